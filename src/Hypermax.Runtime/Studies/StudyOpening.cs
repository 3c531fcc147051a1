using System.Reflection;
using Hypermax.Execution.Losses;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>Begins a study in an empty store, or makes sure that the one in there is the one that was meant.</summary>
internal static class StudyOpening
{
    public static StudyHeader Open(IStudyStore store, SearchSpace space, StudyOptions options, string method)
    {
        using (store.Enter())
        {
            if (store.Header is { } header)
            {
                Compare(header, space, LossText.Write(options.Loss));
                return header;
            }

            store.Begin(new StudyHeader
            {
                Name = options.Name ?? space.Name,
                Space = space,
                Directions = options.Directions,
                Loss = LossText.Write(options.Loss),
                Seed = options.Seed,
                Method = method,
                Lag = options.Order == ProposalOrder.Arrival ? 0 : options.Lag ?? options.Workers,
                Version = Version,
                Created = options.Clock.GetUtcNow(),
            });
            if (options.TryDefaults && DefaultPoint.Of(space) is { } point)
            {
                store.Steer(new Steering(SteeringKind.Enqueue, 0, -1, point));
            }

            return store.Header!;
        }
    }

    private static string Version { get; } =
        typeof(StudyOpening).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    private static void Compare(StudyHeader header, SearchSpace space, string? loss)
    {
        if (SpaceJson.Hash(header.Space) != SpaceJson.Hash(space))
        {
            throw new StudyMismatchException(header, space);
        }

        if (header.Loss != loss)
        {
            throw new ArgumentException($"Loss is '{loss ?? MetricLoss.ObjectiveValue}', but the study was begun with the loss '{header.Loss ?? MetricLoss.ObjectiveValue}'; values of two losses cannot be compared. Go back to the old one, or begin afresh in another folder or with HypertuneForce=true.");
        }
    }
}
