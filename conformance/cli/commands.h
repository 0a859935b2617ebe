/* SPDX-License-Identifier: Apache-2.0 */
/* commands.h - the commands besides `run`; each returns an exit status. */
#ifndef CONFORM_COMMANDS_H
#define CONFORM_COMMANDS_H

#include "options.h"

int list_command(const options *o);     /* list.c */
int show_command(const options *o);     /* list.c */
int export_command(const options *o);   /* export.c */
int doctor_command(const options *o);   /* doctor.c */
int serve_command(const options *o);    /* serve.c */
int validate_command(const options *o); /* validate.c */
int report_command(const options *o);   /* report_command.c */
int mutants_command(const options *o);  /* mutants_command.c */

/* complete_command (complete.c) prints what may stand in the place of the last of its arguments,
 * the words of a command line: a line each, with a tab and a few words about it. Or `:file KEEP` or
 * `:folder KEEP`, where the shell knows the names; KEEP stands before them in the word. */
int complete_command(const options *o);

#endif
