/* SPDX-License-Identifier: Apache-2.0 */
/* jobs.c - threads that ask; whoever takes the replies, judges and tells them in order, knows
 * nothing of it, so the results cannot depend on how many there are. */
#include "jobs.h"

#include "memory.h"
#include "repeat.h"

#include <pthread.h>
#include <stdlib.h>

typedef enum { NOT_THERE, WANTED, DONE } state;

typedef struct {
  reply reply;
  state state;
} slot;

struct jobs {
  const session *model;
  const vector_set *set;
  const size_t *order;
  size_t num, next; /* of the order: how many, and how many are begun */
  size_t times;
  slot *slots; /* one for each vector of the set */
  pthread_t *threads;
  size_t num_threads;
  pthread_mutex_t lock;
  pthread_cond_t done;
};

/* take_next returns a vector that nobody has begun. */
static bool take_next(jobs *j, size_t *index) {
  pthread_mutex_lock(&j->lock);
  bool any = j->next < j->num;
  if (any) {
    *index = j->order[j->next++];
  }
  pthread_mutex_unlock(&j->lock);
  return any;
}

static void put_reply(jobs *j, size_t index, const reply *r) {
  pthread_mutex_lock(&j->lock);
  j->slots[index].reply = *r;
  j->slots[index].state = DONE;
  pthread_cond_broadcast(&j->done);
  pthread_mutex_unlock(&j->lock);
}

/* work goes on after a signal: what is asked then is answered at once, as interrupted. */
static void *work(void *arg) {
  jobs *j = arg;
  session s = *j->model;
  s.child = (child){0};
  s.problem = s.request = s.rules = (text){0};
  s.rules_of = NULL;
  for (size_t index; take_next(j, &index);) {
    reply r;
    repeat_ask(&s, &j->set->items[index], j->times, &r);
    put_reply(j, index, &r);
  }
  s.hello = NULL; /* the model's */
  s.hello_text = (text){0};
  text problem = {0};
  session_end(&s, &problem);
  text_free(&problem);
  json_forget_thread();
  return NULL;
}

jobs *jobs_start(const session *model, const vector_set *set, const size_t *order, size_t num,
                 size_t workers, size_t times) {
  jobs *j = mem_alloc(1, sizeof *j);
  *j = (jobs){.model = model, .set = set, .order = order, .num = num, .times = times};
  j->slots = mem_alloc(set->num, sizeof *j->slots);
  for (size_t i = 0; i < num; i++) {
    j->slots[order[i]].state = WANTED;
  }
  pthread_mutex_init(&j->lock, NULL);
  pthread_cond_init(&j->done, NULL);
  j->threads = mem_alloc(workers, sizeof *j->threads);
  while (j->num_threads < workers &&
         pthread_create(&j->threads[j->num_threads], NULL, work, j) == 0) {
    j->num_threads++;
  }
  if (j->num_threads == 0) {
    j->num = 0; /* nobody asks: the taker will, one by one */
  }
  return j;
}

bool jobs_take(jobs *j, size_t index, reply *out) {
  slot *s = &j->slots[index];
  pthread_mutex_lock(&j->lock);
  while (s->state == WANTED && j->num > 0) {
    pthread_cond_wait(&j->done, &j->lock);
  }
  bool found = s->state == DONE;
  if (found) {
    *out = s->reply;
    *s = (slot){0};
  }
  pthread_mutex_unlock(&j->lock);
  return found;
}

void jobs_end(jobs *j) {
  if (j == NULL) {
    return;
  }
  pthread_mutex_lock(&j->lock);
  j->next = j->num;
  pthread_mutex_unlock(&j->lock);
  for (size_t i = 0; i < j->num_threads; i++) {
    pthread_join(j->threads[i], NULL);
  }
  for (size_t i = 0; i < j->set->num; i++) {
    reply_free(&j->slots[i].reply);
  }
  pthread_mutex_destroy(&j->lock);
  pthread_cond_destroy(&j->done);
  free(j->threads);
  free(j->slots);
  free(j);
}
