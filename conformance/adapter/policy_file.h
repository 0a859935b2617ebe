/* SPDX-License-Identifier: Apache-2.0 */
/* policy_file.h - the policy of the whole program, from a file. */
#ifndef CONFORM_POLICY_FILE_H
#define CONFORM_POLICY_FILE_H

#include "policy_json.h"

/* policy_file_load reads a file: an object of knobs. False: `problem` names file, JSON pointer and
 * what is wrong. To be called once, before anything is run. */
bool policy_file_load(const char *path, text *problem);
void policy_file_free(void);

/* policy_file returns the policy that was loaded, or NULL. */
const policy_setting *policy_file(void);

#endif
