/* SPDX-License-Identifier: Apache-2.0 */
/* twin_row.c - the rows by name, and which of them go together. */
#include "twin.h"

const char *twin_row_name(twin_row row) {
  static const char *const names[TWIN_NUM_ROWS] = {"aws4", "aws4-s3", "dci2-v2.1", "aws4-raw",
                                                   "dci2", "dci2-v2", "dci-aws4",  "dci1"};
  return names[row];
}

bool twin_is_dci(twin_row row) {
  return row != TWIN_AWS4 && row != TWIN_AWS4_S3 && row != TWIN_AWS4_RAW;
}

bool twin_is_release4(twin_row row) {
  return row == TWIN_DCI2 || row == TWIN_DCI2_V2 || row == TWIN_DCI_AWS4;
}
