/** 文书: what each paper says, its Word template, and how it is filled. */
@NullMarked
package org.hejie.dossier.paper;

import org.jspecify.annotations.NullMarked;
