/* SPDX-License-Identifier: Apache-2.0 */
/* form_text.h - the strings that a form may ask for. */
#ifndef CONFORM_FORM_TEXT_H
#define CONFORM_FORM_TEXT_H

#include "form.h"

/* form_check_text adds a finding unless the value is a string of the member's kind. */
void form_check_text(const json *value, const form_member *m, const place *at);

/* form_check_base64 adds a finding unless the value is base64. */
void form_check_base64(const json *value, const place *at);

#endif
