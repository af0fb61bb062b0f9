/** What the words and numbers on the pages mean. Must not define any: definitions are read where they are computed. */
@NullMarked
package io.rapport.serve.web.help;

import org.jspecify.annotations.NullMarked;
