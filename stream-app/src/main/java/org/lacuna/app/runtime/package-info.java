/** What the stages run on: the broker in this process, its topics, the data folder. */
@NullMarked
package org.lacuna.app.runtime;

import org.jspecify.annotations.NullMarked;
