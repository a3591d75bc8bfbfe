/** Reads one difference and says what it touches, what speaks for and against it, and how far that goes; knows nothing of Kafka. */
@NullMarked
package org.lacuna.app.flag.engine;

import org.jspecify.annotations.NullMarked;
