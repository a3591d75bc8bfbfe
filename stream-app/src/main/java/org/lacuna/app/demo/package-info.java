/** A small internet on loopback, with invented works, and the whole pipeline over it. */
@NullMarked
package org.lacuna.app.demo;

import org.jspecify.annotations.NullMarked;
