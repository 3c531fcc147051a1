using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hypermax.Conformance;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.Relations;

namespace Hypermax.Tests.Spaces;

/// <summary>Relations hold at every point of every sampler, whatever stands in them.</summary>
public sealed class RandomRelationTests
{
    private static readonly Config Draws = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20261121, 7);

    [Fact]
    public void Obey_AnyRelations_HoldAndComeBack() => ForSpaces(Draws, (space, seed) =>
    {
        SpaceGeometry geometry = new(space);
        RelationMap map = RelationMap.For(geometry)!;
        for (int i = 0; i < 20; i++)
        {
            double[] point = geometry.Sample(new SeedStream(seed, i, "point"));
            Push(point, geometry, new SeedStream(seed, i, "push"));
            map.Obey(point);
            AssertPoint(geometry, point);

            double[] again = map.Free(point);
            Assert.True(geometry.Contains(again), Text(again));
            map.Obey(again);
            AssertPoint(geometry, again);
        }
    });

    [Fact]
    public void Obey_StrictOrder_LeavesARoomThatCanBeSeen() => ForSpaces(Draws, (space, seed) =>
    {
        SpaceGeometry geometry = new(space);
        RelationMap map = RelationMap.For(geometry)!;
        for (int i = 0; i < 20; i++)
        {
            double[] point = geometry.Sample(new SeedStream(seed, i, "point"));
            Push(point, geometry, new SeedStream(seed, i, "push"));
            map.Obey(point);
            foreach (LessThanRelation order in space.Relations.OfType<LessThanRelation>().Where(order => !order.OrEqual))
            {
                foreach ((int less, int greater) in order.Members.Zip(order.Members.Skip(1)))
                {
                    // A value below another one is not the same number with its last bit changed.
                    Assert.False((float)point[less] == (float)point[greater], $"{point[less]:R} and {point[greater]:R} of {Text(point)}");
                }
            }
        }
    });

    [Fact]
    public void Ask_AnyRelationsAndSampler_HoldAndSerialise() => ForSpaces(Draws.WithMaxTest(8), (space, seed) =>
    {
        SpaceGeometry geometry = new(space);
        foreach (string method in Samplers.Names.Where(name => name != "grid"))
        {
            using Study study = Study.Create(space, new StudyOptions { Method = method, Seed = seed, Trials = 12 });
            for (int i = 0; i < 12; i++)
            {
                Trial trial = study.Ask()!;
                AssertPoint(geometry, trial.Point.ToArray());
                using JsonDocument json = JsonDocument.Parse(PointJson.Write(space, trial.Point));
                Assert.Equal(trial.Point, PointJson.Read(space, json.RootElement));
                study.Tell(trial, !trial.Point.Has(1) ? 0.5 : Math.Sin(trial.Point[1]));
            }
        }
    });

    [Fact]
    public void Write_AnyRelations_ComeBackFromJson() => ForSpaces(Draws, (space, _) =>
    {
        SearchSpace again = SpaceJson.Parse(SpaceJson.Write(space));

        Assert.Equal(SpaceJson.Hash(space), SpaceJson.Hash(again));
        Assert.Equal(space.Relations.Select(relation => relation.Describe(space)), again.Relations.Select(relation => relation.Describe(again)));
    });

    // Samplers like corners: the ends of the laws are where relations are tight.
    private static void Push(double[] point, SpaceGeometry geometry, SeedStream stream)
    {
        for (int i = 1; i < point.Length; i++)
        {
            if (!double.IsNaN(point[i]) && stream.NextInt(3) == 0)
            {
                point[i] = geometry.Dimensions[i].FromUnit(stream.NextInt(2));
            }
        }
    }

    private static void AssertPoint(SpaceGeometry geometry, double[] point)
    {
        Assert.True(geometry.Contains(point), Text(point));
        Assert.All(geometry.Space.Relations, relation => Assert.True(relation.Holds(point), $"{relation.Describe(geometry.Space)} at {Text(point)}"));
    }

    private static void ForSpaces(Config config, Action<SearchSpace, int> check) =>
        Prop.ForAll<int>(seed => check(RandomRelations.Make(seed), Math.Abs(seed))).Check(config);

    private static string Text(double[] point) =>
        string.Join(' ', point.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
}
