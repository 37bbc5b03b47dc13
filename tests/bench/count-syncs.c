/* Says each sync to disk, and each mark that the bench makes, as a line of the file that ARARO_SYNC_LOG names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void say(const char *what, const char *of) {
  char line[4200];
  const char *log = getenv("ARARO_SYNC_LOG");
  int file = log ? open(log, O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;
  if (file < 0) return;
  int length = snprintf(line, sizeof line, "%s(%s)\n", what, of);
  if (write(file, line, length) < 0) abort();
  close(file);
}

static void say_file(const char *what, int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = 0;
  say(what, path);
}

int fsync(int file) {
  say_file("fsync", file);
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
  say_file("fdatasync", file);
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}

int access(const char *path, int mode) {
  if (strstr(path, "araro-bench-mark")) say("access", path);
  return ((int (*)(const char *, int))dlsym(RTLD_NEXT, "access"))(path, mode);
}
