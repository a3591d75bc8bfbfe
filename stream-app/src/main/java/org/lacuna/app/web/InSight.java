package org.lacuna.app.web;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** In JSON, characters that nobody would see are written by number: the value is the same, and a reader is not misled. */
final class InSight extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return Shown.invisible(c) ? new SerializedString("\\u%04X".formatted(c)) : null;
    }
}
