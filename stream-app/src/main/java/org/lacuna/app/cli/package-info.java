/** The command line: one class a command, and what they print. */
@NullMarked
package org.lacuna.app.cli;

import org.jspecify.annotations.NullMarked;
