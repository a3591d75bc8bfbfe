/** What the stages concluded, kept in a database so that people can query it. */
@NullMarked
package org.lacuna.app.history;

import org.jspecify.annotations.NullMarked;
