// Gives the header that the test programs share a source file to be compiled for: main.cpp needs its own.
