#ifndef LADMP_SIGNALS_H
#define LADMP_SIGNALS_H
#endif
