using System.Diagnostics.Metrics;

namespace Hypermax.Telemetry;

/// <summary>The studies that are open in this process, for figures that are asked for rather than told.</summary>
/// <remarks>Holds no study alive: one that nobody disposed of goes with the next collection of garbage. Safe to use from several threads at once.</remarks>
internal static class LiveStudies
{
    private static readonly object Gate = new();
    private static readonly List<WeakReference<StudyMeter>> Known = [];

    public static void Add(StudyMeter study)
    {
        lock (Gate)
        {
            Known.RemoveAll(entry => !entry.TryGetTarget(out _));
            Known.Add(new WeakReference<StudyMeter>(study));
        }
    }

    public static void Remove(StudyMeter study)
    {
        lock (Gate)
        {
            Known.RemoveAll(entry => !entry.TryGetTarget(out StudyMeter? known) || known == study);
        }
    }

    public static IEnumerable<Measurement<int>> Running() => All().Select(study => new Measurement<int>(study.Running, study.Names));

    public static IEnumerable<Measurement<int>> Remaining() => All().Select(study => new Measurement<int>(study.Remaining, study.Names));

    public static IEnumerable<Measurement<int>> Queued() => All().Select(study => new Measurement<int>(study.Queued, study.Names));

    public static IEnumerable<Measurement<double>> Best() => All().SelectMany(study => study.Best());

    // Of which it is known how they stand.
    private static List<StudyMeter> All()
    {
        lock (Gate)
        {
            List<StudyMeter> studies = [];
            foreach (WeakReference<StudyMeter> entry in Known)
            {
                if (entry.TryGetTarget(out StudyMeter? study) && study.IsNoted)
                {
                    studies.Add(study);
                }
            }

            return studies;
        }
    }
}
