/* Writes down, in order, each write to the files whose path begins with ARARO_JOURNAL_OF, each sync of them, and each line
   that the process prints, to the file that ARARO_JOURNAL names. So it is known what a power cut could have taken. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(name, type) ((type)dlsym(RTLD_NEXT, name))
typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off64_t);

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

/* A record: what (W, S, T, U, P), the length of the path, the path, the offset, the length of the bytes, the bytes. */
static void note(char what, const char *path, int64_t offset, const void *bytes, int64_t length) {
  static int journal = -1;
  pthread_mutex_lock(&one);
  if (journal < 0) {
    const char *to = getenv("ARARO_JOURNAL");
    journal = to ? open(to, O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;
  }
  if (journal >= 0) {
    write_call put = NEXT("write", write_call);
    int32_t path_length = (int32_t)strlen(path);
    size_t size = 1 + 4 + path_length + 8 + 8 + (bytes ? length : 0);
    char *record = malloc(size), *at = record;
    *at++ = what;
    memcpy(at, &path_length, 4), at += 4;
    memcpy(at, path, path_length), at += path_length;
    memcpy(at, &offset, 8), at += 8;
    memcpy(at, &length, 8), at += 8;
    if (bytes) memcpy(at, bytes, length);
    if (put(journal, record, size) != (ssize_t)size) abort();
    free(record);
  }
  pthread_mutex_unlock(&one);
}

/* The path of a file that is looked at; NULL for any other. */
static const char *path_of(int file, char *path, size_t size) {
  char link[64];
  const char *of = getenv("ARARO_JOURNAL_OF");
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0 || !of) return NULL;
  path[length] = 0;
  return strncmp(path, of, strlen(of)) == 0 && !strstr(path, "-shm") ? path : NULL;
}

ssize_t write(int file, const void *bytes, size_t length) {
  char path[4096];
  int64_t offset = lseek(file, 0, SEEK_CUR);
  ssize_t done = NEXT("write", write_call)(file, bytes, length);
  if (done <= 0) return done;
  if (file == 1) note('P', "", 0, bytes, done);
  else if (path_of(file, path, sizeof path)) note('W', path, offset, bytes, done);
  return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
  char path[4096];
  ssize_t done = NEXT("pwrite64", pwrite_call)(file, bytes, length, offset);
  if (done > 0 && path_of(file, path, sizeof path)) note('W', path, offset, bytes, done);
  return done;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
  return pwrite64(file, bytes, length, offset);
}

int ftruncate64(int file, off64_t size) {
  char path[4096];
  int done = NEXT("ftruncate64", int (*)(int, off64_t))(file, size);
  if (done == 0 && path_of(file, path, sizeof path)) note('T', path, size, NULL, 0);
  return done;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int fsync(int file) {
  char path[4096];
  int done = NEXT("fsync", int (*)(int))(file);
  if (done == 0 && path_of(file, path, sizeof path)) note('S', path, 0, NULL, 0);
  return done;
}

int fdatasync(int file) {
  char path[4096];
  int done = NEXT("fdatasync", int (*)(int))(file);
  if (done == 0 && path_of(file, path, sizeof path)) note('S', path, 0, NULL, 0);
  return done;
}
