#pragma once

#include <map>
#include <string>

namespace trackloom::bench {

/// Registers the drawings and the programs they are measured against.
void registerDrawings();
/// The rows of the table for them, from medians in milliseconds by name.
void printDrawings(const std::map<std::string, double>& medians);
/// A row of the table: a figure, its reference, and at most how much of that it may be.
void line(const char* what, double ours, double reference, double promised);
std::string outputOf(const std::string& command);

}  // namespace trackloom::bench
