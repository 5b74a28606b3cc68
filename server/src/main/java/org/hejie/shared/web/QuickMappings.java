package org.hejie.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of an address with a number in it without asking each of some hundred mappings in full: what begins or
 * ends otherwise is passed over by comparing texts. What is left is decided by Spring as ever.
 */
@ConditionalOnWebApplication
@Component
class QuickMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    /**
     * How addresses of a pattern look.
     *
     * @param start of all of them, up to the first variable or star
     * @param end   of all of them, behind the last one
     */
    record Shape(String start, String end) {

        static Shape of(String pattern) {
            int first = first(pattern);
            int last = Math.max(pattern.lastIndexOf('}'), Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?')));
            return new Shape(pattern.substring(0, first), pattern.substring(last + 1));
        }

        /** Whether the pattern may match; an address with escapes or parameters is not judged. */
        boolean mayMatch(String path) {
            return path.startsWith(start) && path.endsWith(end) || path.indexOf('%') >= 0 || path.indexOf(';') >= 0;
        }

        /** Before the slash of a star, which matches nothing as well. */
        private static int first(String pattern) {
            for (int i = 0; i < pattern.length(); i++) {
                switch (pattern.charAt(i)) {
                    case '{', '?', '*' -> {
                        return Math.max(0, i - 1);
                    }
                    default -> { }
                }
            }
            return pattern.length();
        }
    }

    private static final class Mapping extends RequestMappingHandlerMapping {

        private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

        @Override
        protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
            super.registerHandlerMethod(handler, method, mapping);
            shapes.put(mapping, mapping.getPatternValues().stream().map(Shape::of).toList());
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            List<Shape> known = shapes.get(info);
            String path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
            return known != null && known.stream().noneMatch(shape -> shape.mayMatch(path)) ? null : super.getMatchingMapping(info, request);
        }
    }
}
