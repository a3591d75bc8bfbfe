/** Other programs that find differences, behind one door; they stand on the benchmark's class path only. */
@NullMarked
package org.lacuna.app.bench.peers;

import org.jspecify.annotations.NullMarked;
