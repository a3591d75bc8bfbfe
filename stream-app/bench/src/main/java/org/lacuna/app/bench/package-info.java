/** {@code lacuna bench}: the figures that the README quotes, each beside a named peer's in the same run on the same texts. */
@NullMarked
package org.lacuna.app.bench;

import org.jspecify.annotations.NullMarked;
