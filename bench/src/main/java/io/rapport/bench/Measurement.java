package io.rapport.bench;

import io.rapport.bench.measure.CollaborationMeasurement;
import io.rapport.bench.measure.EnrichMeasurement;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.FloorMeasurement;
import io.rapport.bench.measure.ImportMeasurement;
import io.rapport.bench.measure.Place;
import io.rapport.bench.measure.SparkMeasurement;
import io.rapport.bench.source.MailSource;
import java.nio.file.Path;

/** What is measured in a process of its own. */
enum Measurement {
    /** Rows pass through Java, so both compilers work. */
    IMPORT(true) {
        @Override
        Figures run(MailSource source, Place place, Path work) {
            return ImportMeasurement.run(source, place);
        }
    },
    FLOOR(false) {
        @Override
        Figures run(MailSource source, Place place, Path work) {
            return FloorMeasurement.run(place);
        }
    },
    ENRICH(false) {
        @Override
        Figures run(MailSource source, Place place, Path work) {
            return EnrichMeasurement.run(source, place, work);
        }
    },
    COLLABORATE(false) {
        @Override
        Figures run(MailSource source, Place place, Path work) {
            return CollaborationMeasurement.run(source, place, work);
        }
    },
    /** The process only waits for Spark's. */
    ENRICH_ON_SPARK(false) {
        @Override
        Figures run(MailSource source, Place place, Path work) {
            return SparkMeasurement.run(source, place, work);
        }
    };

    /** Whether both of Java's compilers work, as the launcher has it for large imports, or the quick one alone. */
    final boolean needsBothCompilers;

    Measurement(boolean needsBothCompilers) {
        this.needsBothCompilers = needsBothCompilers;
    }

    abstract Figures run(MailSource source, Place place, Path work);
}
