#include "plugin/trackloom_plugin.h"

#include <stdio.h>
#include <string.h>

static void line(const TrackloomHost* host, TrackloomJob* job, const char* name, const char* text) {
  char buffer[512];
  const int size = snprintf(buffer, sizeof buffer, "%s=%s\n", name, text ? text : "(none)");
  host->write(job, buffer, (size_t)size);
}

static int sayTable(const TrackloomHost* host, TrackloomJob* job) {
  size_t kinds = 0;
  size_t titles = 0;
  while (host->kindName(job, kinds)) ++kinds;
  for (size_t field = 0; host->fieldName(job, "activity", field); ++field)
    titles += strcmp(host->fieldName(job, "activity", field), "title") == 0;
  return kinds > 0 && titles == 1 && !host->fieldName(job, "no-kind", 0);
}

static void sayActivity(const TrackloomHost* host, TrackloomJob* job, const TrackloomElement* activity) {
  TrackloomTimes times = {sizeof(TrackloomTimes), NULL, NULL, 0, 0, 0, 0, 0, 0};
  TrackloomSpan span = {sizeof(TrackloomSpan), NULL, NULL, 0, 0};
  line(host, job, "activity", host->id(job, activity));
  line(host, job, "title", host->title(job, activity));
  line(host, job, "arabic", host->translation(job, activity, "title", "ar"));
  line(host, job, "tracks", host->field(job, activity, "tracks"));
  line(host, job, "status", host->status(job, activity));
  if (host->times(job, activity, &times)) {
    line(host, job, "first", times.first);
    line(host, job, "last", times.last);
    line(host, job, "dated", times.dated ? "yes" : "no");
  }
  if (host->field(job, activity, "planned-start") &&
      host->span(job, host->field(job, activity, "planned-start"), &span)) {
    line(host, job, "span", span.first);
    line(host, job, "to", span.last);
    line(host, job, "partial", span.partial ? "yes" : "no");
  }
}

static int exportPlan(const TrackloomHost* host, TrackloomJob* job) {
  if (!sayTable(host, job)) return 0;
  line(host, job, "plan", host->title(job, host->element(job, "plan", 0)));
  line(host, job, "as-of", host->asOf(job));
  line(host, job, "language", host->language(job));
  for (size_t i = 0; i < host->count(job, "activity"); ++i) sayActivity(host, job, host->element(job, "activity", i));
  line(host, job, "unknown-kind", host->count(job, "no-kind") == 0 ? "none" : "some");
  line(host, job, "unknown-id", host->find(job, "nobody") || host->find(job, "1 no id") ? "some" : "none");
  host->note(job, "A note from the good plugin.");
  return 1;
}

static const TrackloomPlugin plugin = {
    sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, TRACKLOOM_PLUGIN_API, exportPlan, NULL, NULL};

const TrackloomPlugin* trackloom_plugin(void) { return &plugin; }
