/* SPDX-License-Identifier: Apache-2.0 */
/* test_pin.c - the processors of this process before, meanwhile and afterwards. */
#include "pin.h"

#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static cpu_set_t allowed(void) {
  cpu_set_t set;
  assert_int_equal(sched_getaffinity(0, sizeof set, &set), 0);
  return set;
}

/* test_child: a process that we start has what we had, until it is put beside us. */
static void test_child(void **state) {
  (void)state;
  cpu_set_t before = allowed(), of_child;
  pin_beside_us(getpid()); /* nothing: we are free */
  cpu_set_t still = allowed();
  assert_true(CPU_EQUAL(&before, &still));
  pin_to_one();
  cpu_set_t one = allowed();
  pid_t child = fork();
  if (child == 0) {
    pin_release();
    raise(SIGSTOP);
    _exit(0);
  }
  assert_int_equal(waitpid(child, NULL, WUNTRACED), child);
  assert_int_equal(sched_getaffinity(child, sizeof of_child, &of_child), 0);
  assert_true(CPU_EQUAL(&before, &of_child));
  pin_beside_us(child);
  assert_int_equal(sched_getaffinity(child, sizeof of_child, &of_child), 0);
  assert_true(CPU_EQUAL(&one, &of_child));
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  pin_release();
}

static void test_pin(void **state) {
  (void)state;
  cpu_set_t before = allowed();
  pin_to_one();
  cpu_set_t one = allowed();
  assert_int_equal(CPU_COUNT(&one), 1);
  pin_to_one(); /* a second time changes nothing, nor what is given back */
  pin_release();
  cpu_set_t after = allowed();
  assert_true(CPU_EQUAL(&before, &after));
  pin_release();
  after = allowed();
  assert_true(CPU_EQUAL(&before, &after));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_pin), cmocka_unit_test(test_child)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
