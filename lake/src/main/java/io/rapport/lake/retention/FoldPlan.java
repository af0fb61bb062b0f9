package io.rapport.lake.retention;

import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.SourcedFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which files of a dataset are read and go.
 *
 * @param gone all of them, removals and those of former months included
 * @param parts those of them that are written anew, by source and partition
 */
record FoldPlan(List<SourcedFile> gone, Map<Part, List<SourcedFile>> parts) {

    /** What may share a file. */
    record Part(String partition, String source) implements Comparable<Part> {

        static Part of(SourcedFile file) {
            return new Part(file.partition(), file.source());
        }

        @Override
        public int compareTo(Part other) {
            int byPartition = partition.compareTo(other.partition);
            return byPartition != 0 ? byPartition : source.compareTo(other.source);
        }
    }

    /**
     * @param files all of a dataset
     * @param folded change and removal files, all or none, and the base files that hold one of their keys
     * @param kept files of former months go, without any in their place
     */
    static FoldPlan of(
            List<SourcedFile> files, List<SourcedFile> folded, Optional<KeptMonths> kept, FoldLimits limits) {
        Set<SourcedFile> gone = new LinkedHashSet<>(folded);
        Set<SourcedFile> staying = files.stream()
                .filter(file ->
                        kept.filter(months -> months.isFormer(file.partition())).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        files.stream().filter(file -> !staying.contains(file)).forEach(gone::add);
        Map<Part, List<SourcedFile>> small = staying.stream()
                .filter(file -> file.isBase() && file.file().bytes() < limits.smallBytes())
                .collect(Collectors.groupingBy(Part::of));
        Set<Part> written =
                gone.stream().filter(staying::contains).map(Part::of).collect(Collectors.toSet());
        small.forEach((part, together) -> {
            if (together.size() > 1 || written.contains(part)) {
                gone.addAll(together);
            }
        });
        Map<Part, List<SourcedFile>> parts = new TreeMap<>();
        gone.stream()
                .filter(staying::contains)
                .forEach(file -> parts.computeIfAbsent(Part.of(file), added -> new ArrayList<>())
                        .add(file));
        return new FoldPlan(List.copyOf(gone), parts);
    }
}
