package org.hejie.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of an address with a number in it without asking each of some hundred mappings in full: what begins or
 * ends otherwise is passed over by comparing texts. Where more than one is left, or none, Spring decides as ever.
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
     * @param start  of all of them, up to the first variable or star
     * @param end    of all of them, behind the last one
     * @param folder the start up to its last whole name, without the slash behind it
     */
    record Shape(String start, String end, String folder) {

        static Shape of(String pattern) {
            int first = first(pattern);
            int last = Math.max(pattern.lastIndexOf('}'), Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?')));
            String start = pattern.substring(0, first);
            boolean whole = first == pattern.length() || pattern.charAt(first) == '/';
            return new Shape(start, pattern.substring(last + 1), whole ? start : start.substring(0, Math.max(0, start.lastIndexOf('/'))));
        }

        /** Whether the pattern may match an address that is {@link #plain}. */
        boolean mayMatch(String path) {
            return path.startsWith(start) && path.endsWith(end);
        }

        /** Without escapes and parameters; the others are not judged by their text. */
        static boolean plain(String path) {
            return path.indexOf('%') < 0 && path.indexOf(';') < 0;
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

        /** By what their addresses begin with, up to a slash. */
        private final Map<String, List<Known>> starting = new ConcurrentHashMap<>();
        private volatile @Nullable Map<RequestMappingInfo, HandlerMethod> methods;

        private record Known(RequestMappingInfo info, Shape shape) {}

        @Override
        protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
            super.registerHandlerMethod(handler, method, mapping);
            methods = null;
            for (String pattern : mapping.getPatternValues()) {
                Shape shape = Shape.of(pattern);
                starting.computeIfAbsent(shape.folder(), start -> new CopyOnWriteArrayList<>()).add(new Known(mapping, shape));
            }
        }

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
            Map.Entry<RequestMappingInfo, RequestMappingInfo> one = Shape.plain(path) ? only(path, request) : null;
            HandlerMethod method = one == null ? null : methods().get(one.getKey());
            if (one == null || method == null) {
                return super.lookupHandlerMethod(path, request);
            }
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, method);
            handleMatch(one.getValue(), path, request);
            return method;
        }

        /** The one mapping that matches, and how; none where there are several or none: that is for Spring to say. */
        private Map.@Nullable Entry<RequestMappingInfo, RequestMappingInfo> only(String path, HttpServletRequest request) {
            Map.Entry<RequestMappingInfo, RequestMappingInfo> one = null;
            for (int slash = path.length(); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
                for (Known known : starting.getOrDefault(path.substring(0, slash), List.of())) {
                    RequestMappingInfo match = known.shape().mayMatch(path) ? getMatchingMapping(known.info(), request) : null;
                    if (match != null && one != null) {
                        return null;
                    }
                    one = match == null ? one : Map.entry(known.info(), match);
                }
            }
            return one;
        }

        private Map<RequestMappingInfo, HandlerMethod> methods() {
            Map<RequestMappingInfo, HandlerMethod> known = methods;
            if (known == null) {
                known = Map.copyOf(getHandlerMethods());
                methods = known;
            }
            return known;
        }
    }
}
