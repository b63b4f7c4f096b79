#include "plugin/trackloom_plugin.h"

#include <stdlib.h>
#include <string.h>

/* An importer that does what its file tells it to. */
static int readTables(const TrackloomHost* host, TrackloomJob* job) {
  size_t size = 0;
  const char* file = host->input(job, &size);
  if (size == 5 && memcmp(file, "crash", 5) == 0) abort();
  if (size == 4 && memcmp(file, "plan", 4) == 0)
    return host->count(job, "activity") == 0 && host->count(job, "plan") == 1;
  if (size == 6 && memcmp(file, "refuse", 6) == 0) {
    host->fail(job, "Too bad.");
    return 0;
  }
  if (!host->beginTable(job, "First", 0) || !host->beginTable(job, "Second", 1)) return 0;
  if (size == 4 && memcmp(file, "wide", 4) == 0) return host->putCell(job, 0, 100000, TRACKLOOM_TEXT, "x");
  if (size == 4 && memcmp(file, "tall", 4) == 0) {
    for (size_t column = 0; column < 1024; ++column)
      if (!host->putCell(job, 1048575, column, TRACKLOOM_TEXT, "x") ||
          !host->putCell(job, column * 1000, 1023, TRACKLOOM_TEXT, "x"))
        return 0;
    for (size_t row = 0; row < 1048576; ++row)
      if (!host->putCell(job, row, 1023, TRACKLOOM_TEXT, "x")) return 0;
  }
  host->note(job, "It was read.");
  return host->putCell(job, 1, 2, TRACKLOOM_DAY, "2026-05-14") && host->putCell(job, 0, 0, TRACKLOOM_NUMBER, "12");
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, NULL, readTables, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
