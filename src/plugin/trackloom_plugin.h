#pragma once

/// The interface that plugins are written to, in plain C so that any compiler and language can use it.
///
/// A plugin is a folder with a manifest.xml and a shared library that exports one function, `trackloom_plugin`. The
/// manifest is read to list the plugin; the library is loaded when the plugin is first used, never before.
///
/// Every struct begins with its size in bytes as its maker knows it, so that members can be added behind the others.
/// What the plugin gets belongs to the host and lasts until the function that was called returns; what it writes is
/// copied at once.
/// Nothing is ever freed on the other side. No exception may leave a plugin. Calls come from one thread.
/// All texts are UTF-8 and end with a zero byte. Days are ISO 8601: 2013-05-14.

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  /// Changes when the meaning or layout of what is here changes. Must be equal on both sides.
  TRACKLOOM_PLUGIN_ABI = 1,
  /// Grows when something is added behind what is here. The host's must be at least the plugin's.
  TRACKLOOM_PLUGIN_API = 4
};

/// One run of a plugin: what it may see and what it has written so far.
typedef struct TrackloomJob TrackloomJob;
/// One element of the plan: an activity, a track, a dependency.
typedef struct TrackloomElement TrackloomElement;

/// The days that a date of the plan may mean. The plugin sets `size` before it asks.
typedef struct TrackloomSpan {
  size_t size;
  const char* first;
  const char* last;
  int partial;      ///< 1 for a month, quarter or year
  int approximate;  ///< 1 where the plan says "about"
} TrackloomSpan;

enum TrackloomProgress {
  TRACKLOOM_NOT_STARTED = 0,
  TRACKLOOM_UNDER_WAY = 1,
  TRACKLOOM_FINISHED = 2,
  /// Cancelled, failed or superseded: it has no place in the schedule, and its other members mean nothing.
  TRACKLOOM_LEFT_OUT = 3
};

/// When an activity takes place: as recorded where it has begun or ended, else as forecast. Where the readers are
/// outside the team, forecasts are not told: then as recorded up to the as-of day, else as planned. The plugin sets
/// `size` before it asks.
typedef struct TrackloomTimes {
  size_t size;
  const char* first;  ///< first day
  const char* last;   ///< last day, inclusive; the first day again for a milestone
  int progress;       ///< a TrackloomProgress
  int milestone;      ///< 1 if it takes no time
  int dated;          ///< 1 if the days follow from dates in the plan; 0 if nothing but the as-of day decides them
  int open;  ///< 1 if it, or what it waits for, is stopped, or it waits for a political precondition: no forecast,
             ///< `first` is only "not before"
  int lengthKnown;  ///< 0 if how long it takes is a guess
  int forecast;     ///< 1 if what has not happened yet stands here as forecast; since version 2
} TrackloomTimes;

/// What a cell of a table holds. Since version 3.
enum TrackloomCell {
  TRACKLOOM_TEXT = 0,
  TRACKLOOM_NUMBER = 1,  ///< in the C locale: 12.5
  TRACKLOOM_DAY = 2,     ///< 2013-05-14
  /// A formula without a result, or with an error for one; the text says what stands there.
  TRACKLOOM_FAILED = 3
};

/// A table that is to be written. The plugin sets `size` before it asks. Since version 3.
typedef struct TrackloomTable {
  size_t size;
  const char* name;
  size_t lines;  ///< of text above the heads
  size_t columns;
  size_t rows;
  int rightToLeft;  ///< 1 where the first column stands on the right
} TrackloomTable;

/// What the host offers. Functions that have no answer return NULL or 0. Kinds and fields go by the names that plan
/// files use, such as "activity" and "planned-start".
typedef struct TrackloomHost {
  size_t size;
  unsigned int api;

  /// The names of all kinds and of the fields of a kind, from 0 until NULL.
  const char* (*kindName)(TrackloomJob* job, size_t index);
  const char* (*fieldName)(TrackloomJob* job, const char* kind, size_t index);

  /// The elements of a kind, sorted by id.
  size_t (*count)(TrackloomJob* job, const char* kind);
  const TrackloomElement* (*element)(TrackloomJob* job, const char* kind, size_t index);
  const TrackloomElement* (*find)(TrackloomJob* job, const char* id);

  const char* (*id)(TrackloomJob* job, const TrackloomElement* element);
  const char* (*kind)(TrackloomJob* job, const TrackloomElement* element);
  /// The title or name people call it by; its id if it has none.
  const char* (*title)(TrackloomJob* job, const TrackloomElement* element);
  /// A field as plan files write it: lists of references with spaces between, dates such as 2013-Q2. NULL if missing.
  const char* (*field)(TrackloomJob* job, const TrackloomElement* element, const char* field);
  /// The same in a further language of the plan. NULL if there is none.
  const char* (*translation)(TrackloomJob* job, const TrackloomElement* element, const char* field,
                             const char* language);

  /// The day the plan is looked at as of.
  const char* (*asOf)(TrackloomJob* job);
  /// The plan's main language as its code, such as "ar". NULL if the plan names none.
  const char* (*language)(TrackloomJob* job);
  /// An element's status as known on the as-of day, as the word that plan files use.
  const char* (*status)(TrackloomJob* job, const TrackloomElement* element);
  /// The days a date may mean. Returns 1, or 0 if the text is no date.
  int (*span)(TrackloomJob* job, const char* date, TrackloomSpan* span);
  /// When an activity takes place. Returns 1, or 0 if the element is no activity.
  int (*times)(TrackloomJob* job, const TrackloomElement* activity, TrackloomTimes* times);
  /// The day a deadline falls on, fixed or counted from its anchor. NULL if nobody knows, or its readers may not.
  const char* (*deadlineDay)(TrackloomJob* job, const TrackloomElement* deadline);

  /// Adds to the output. Returns 1, or 0 if that would be more than the host takes; the export has then failed.
  int (*write)(TrackloomJob* job, const char* bytes, size_t size);
  /// Tells the user something about the output, such as what is not in it: one whole sentence.
  void (*note)(TrackloomJob* job, const char* sentence);
  /// Says why the export failed: one whole sentence. The output is then not used.
  void (*fail)(TrackloomJob* job, const char* sentence);

  // Since version 3, for importers.
  /// The file that is to be read.
  const char* (*input)(TrackloomJob* job, size_t* size);
  /// Begins a table; `hidden` is 1 where people do not see it in their program. Returns 1, or 0 if that would be more
  /// than the host takes; the import has then failed.
  int (*beginTable)(TrackloomJob* job, const char* name, int hidden);
  /// Puts something into a cell of the table begun last, counted from 0. `cell` is a TrackloomCell. Returns as before.
  int (*putCell)(TrackloomJob* job, size_t row, size_t column, int cell, const char* text);

  // Since version 3, for exporters that can write tables: those that are to be written, counted from 0.
  /// Returns 1, or 0 behind the last one.
  int (*table)(TrackloomJob* job, size_t table, TrackloomTable* answer);
  const char* (*tableLine)(TrackloomJob* job, size_t table, size_t line);
  const char* (*tableHead)(TrackloomJob* job, size_t table, size_t column);
  /// 1 if people are to fill in or change the column, 0 if it only tells what the row is.
  int (*tableMayChange)(TrackloomJob* job, size_t table, size_t column);
  /// The texts that a cell of the column may hold, from 0 until NULL; none: any.
  const char* (*tableChoice)(TrackloomJob* job, size_t table, size_t column, size_t index);
  /// What stands in a cell; `cell` becomes its TrackloomCell.
  const char* (*tableCell)(TrackloomJob* job, size_t table, size_t row, size_t column, int* cell);

  /// The further languages that the element has the field in, from 0 until NULL. Since version 4.
  const char* (*translatedInto)(TrackloomJob* job, const TrackloomElement* element, const char* field, size_t index);
} TrackloomHost;

/// What a plugin is. Lasts as long as the library is loaded.
typedef struct TrackloomPlugin {
  size_t size;
  unsigned int abi;  ///< TRACKLOOM_PLUGIN_ABI
  unsigned int api;  ///< the TRACKLOOM_PLUGIN_API it needs
  /// Writes the plan in the plugin's format. Returns 1 if all went well, else 0 after `fail`. The same plan and day
  /// must give the same bytes. NULL for an importer.
  int (*exportPlan)(const TrackloomHost* host, TrackloomJob* job);
  /// Turns a file into tables of texts. It may come from anybody and hold anything. Returns as before. NULL for an
  /// exporter. Since version 3.
  int (*readTables)(const TrackloomHost* host, TrackloomJob* job);
  /// Writes tables in the plugin's format. NULL if it cannot. Since version 3.
  int (*writeTables)(const TrackloomHost* host, TrackloomJob* job);
} TrackloomPlugin;

/// The one function that a plugin's library exports.
const TrackloomPlugin* trackloom_plugin(void);

#ifdef __cplusplus
}
#endif
