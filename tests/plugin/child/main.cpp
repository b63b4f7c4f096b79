#include "plugin/child.h"

#include <unistd.h>

int main() { ::_exit(trackloom::plugin::runChild(STDIN_FILENO, STDOUT_FILENO)); }
