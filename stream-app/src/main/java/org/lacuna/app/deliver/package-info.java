/** Alerts in, mail out: each is sent until the receiver's server has answered for good, and the answer is kept. */
@NullMarked
package org.lacuna.app.deliver;

import org.jspecify.annotations.NullMarked;
