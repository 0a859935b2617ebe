/* SPDX-License-Identifier: Apache-2.0 */
/* vector_forms.h - the forms of a file of vectors, as vectors/schema/ has them. */
#ifndef CONFORM_VECTOR_FORMS_H
#define CONFORM_VECTOR_FORMS_H

#include "form.h"

/* vector_form_of_file returns the form of a file with this op: "sign", "presign", "verify"; NULL:
 * there is no such op. A sweep signs, and has tests of fewer members. vector_form_of_test returns
 * that of a test in it. */
const form *vector_form_of_file(const char *op, bool sweep);
const form *vector_form_of_test(const char *op, bool sweep);

#endif
