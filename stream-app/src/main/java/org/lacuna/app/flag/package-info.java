/** The flag stage: changes in, findings out; the engine beneath reads one change and knows nothing of Kafka. */
@NullMarked
package org.lacuna.app.flag;

import org.jspecify.annotations.NullMarked;
