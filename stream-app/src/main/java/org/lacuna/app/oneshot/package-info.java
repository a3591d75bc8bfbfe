/** Two texts of the user's own held against each other at once, with no broker: for the command line and for the API. */
@NullMarked
package org.lacuna.app.oneshot;

import org.jspecify.annotations.NullMarked;
