using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Generators.Tests.Language;

public sealed class RoundTripTests
{
    private static readonly SearchSpace<Everything> Space = Everything.SearchSpace;
    private static readonly SpaceGeometry Geometry = new(Space);

    [Fact]
    public void Bind_AnyPoint_UnbindsToItself() => ForPoints(point =>
    {
        double[] again = Space.Unbind(Space.Bind(point));

        for (int i = 0; i < point.Length; i++)
        {
            Assert.True(IsSame(Space.Parameters[i], point[i], again[i]), $"{Space.Parameters[i].Name}: {point[i]:R} came back as {again[i]:R}");
        }
    });

    [Fact]
    public void Unbind_AnyValue_BindsToTheSameParameters() => ForPoints(point =>
    {
        Everything value = Space.Bind(point);
        double[] vector = Space.Unbind(value);

        Assert.Equal(vector, Space.Unbind(Space.Bind(vector)));
    });

    [Fact]
    public void ToJson_AnyValue_ComesBack() => ForPoints(point =>
    {
        string json = Space.ToJson(Space.Bind(point));

        Assert.Equal(json, Space.ToJson(Space.FromJson(json)));
    });

    [Fact]
    public void Validate_AnySampledValue_FindsNothing() => ForPoints(point => Assert.Empty(Space.Validate(Space.Bind(point))));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Space_OtherCulture_HasTheSameJsonAndHash(string culture)
    {
        (string json, string hash) = (SpaceJson.Write(Space), SpaceJson.Hash(Space));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal((json, hash), (SpaceJson.Write(Space), SpaceJson.Hash(Space)));
            Assert.Equal(hash, SpaceJson.Hash(SpaceJson.Parse(json)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void ForPoints(Action<double[]> check) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            double[] point = Geometry.Sample(new SeedStream(seed, 0, "test"));
            if (Space.Relations.All(relation => relation.Holds(point)))
            {
                check(point);
            }
        }).QuickCheckThrowOnFailure();

    // A float, a half, a decimal or a time span holds fewer digits than the double it was made from.
    private static bool IsSame(Parameter parameter, double left, double right) =>
        left.Equals(right)
        || (parameter.Name is "Fraction" or "Tiny" or "Timeout" or "Price" && Math.Abs(left - right) < (parameter.Name == "Tiny" ? 1e-3 : 1e-4));
}
