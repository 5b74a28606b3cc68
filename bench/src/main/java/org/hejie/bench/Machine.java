package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures were measured on: a figure without it says nothing. */
final class Machine {

    private Machine() {
    }

    static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now().toString());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("cpu", firstValue("/proc/cpuinfo", "model name"));
        facts.put("memory_gb", memoryGigabytes());
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.version"));
        return facts;
    }

    static String describe() {
        Map<String, Object> facts = facts();
        return facts.get("date") + ", " + facts.get("cores") + " cores (" + facts.get("cpu") + "), " + facts.get("memory_gb")
                + " GB, " + facts.get("kernel") + ", Java " + facts.get("java");
    }

    private static long memoryGigabytes() {
        String total = firstValue("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return total.isEmpty() ? 0 : Math.round(Long.parseLong(total) / 1024.0 / 1024.0);
    }

    private static String firstValue(String file, String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return lines.stream().filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
