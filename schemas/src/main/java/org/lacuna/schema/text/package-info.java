/** Text as long as a record can hold. */
@NullMarked
package org.lacuna.schema.text;

import org.jspecify.annotations.NullMarked;
