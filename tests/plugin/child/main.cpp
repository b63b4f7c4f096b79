#include "plugin/child.h"

#include <unistd.h>

int main() { return trackloom::plugin::runChild(STDIN_FILENO, STDOUT_FILENO); }
