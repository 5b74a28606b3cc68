/**
 * 矛盾纠纷分类: the tree of categories. A code is retired, never deleted. Source: domain.md §3.
 */
@NamedInterface("category")
@NullMarked
package org.hejie.matter.category;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
