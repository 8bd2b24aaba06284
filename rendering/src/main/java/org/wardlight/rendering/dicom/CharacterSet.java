// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The character set of a data set's text, from Specific Character Set (PS3.3 C.12.1.1.2). Bytes that it does not have become
 * U+FFFD, never an exception. Immutable.
 */
final class CharacterSet {
    /** The default repertoire. Bytes above it are taken for UTF-8 where they are valid as such: senders forget to say so. */
    static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.UTF_8, Optional.empty());

    private final Charset single;
    private final Optional<Iso2022> extended;

    private CharacterSet(Charset single, Optional<Iso2022> extended) {
        this.single = single;
        this.extended = extended;
    }

    /** From the values of (0008,0005); a term that nobody knows counts as the default repertoire. */
    static CharacterSet of(List<String> terms) {
        if (terms.isEmpty()) {
            return DEFAULT;
        }
        List<CodeTable> tables =
                terms.stream().map(CodeTable::of).flatMap(Optional::stream).toList();
        CodeTable first = CodeTable.of(terms.get(0)).orElse(CodeTable.ASCII);
        if (terms.size() > 1 || first.needsCodeTables()) {
            // UTF-8 and GB18030 allow no code extensions; when one stands first, what follows is a mistake.
            return first.whole() ? new CharacterSet(first.charset(), Optional.empty()) : extended(first, tables);
        }
        return first == CodeTable.ASCII ? DEFAULT : new CharacterSet(first.charset(), Optional.empty());
    }

    private static CharacterSet extended(CodeTable first, List<CodeTable> tables) {
        return new CharacterSet(first.charset(), Optional.of(new Iso2022(first, tables)));
    }

    /** @param personName whether {@code ^} and {@code =} end the reach of an escape sequence (PS3.5 6.1.2.5.3) */
    String decode(byte[] bytes, boolean personName) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return extended.map(iso2022 -> iso2022.decode(bytes, personName)).orElseGet(() -> new String(bytes, single));
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException when the character set lacks a character; the text is not in the message
     */
    byte[] encode(String text) {
        try {
            ByteBuffer encoded = single.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "the Specific Character Set (0008,0005) lacks a character of the text", e);
        }
    }

    /** Neither bytes above 7 bits nor escapes: then every character set says the same. */
    private static boolean isAscii(byte[] bytes) {
        for (byte value : bytes) {
            if (value < 0 || value == 0x1B) {
                return false;
            }
        }
        return true;
    }
}
