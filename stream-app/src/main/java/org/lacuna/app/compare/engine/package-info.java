/** Turns two texts into an alignment and ordered differences. Pure; knows nothing of Kafka. */
@NullMarked
package org.lacuna.app.compare.engine;

import org.jspecify.annotations.NullMarked;
