using Hypermax.Charts.Drawing;

namespace Hypermax.Tests.Charts.Drawing;

public sealed class SmoothFieldTests
{
    [Fact]
    public void Compute_AtMiddlesOfCells_GivesTheCells()
    {
        double[] cells = [1, 5, 2, 8, 3, 9, 4, 7, 6];

        double[] field = SmoothField.Compute(cells, 3, 9);

        Assert.Equal(cells, from y in Enumerable.Range(0, 3) from x in Enumerable.Range(0, 3) select field[(((3 * y) + 1) * 9) + (3 * x) + 1]);
    }

    [Fact]
    public void Compute_ASpike_NeverOvershoots()
    {
        double[] cells = new double[25];
        cells[12] = 1;

        Assert.All(SmoothField.Compute(cells, 5, 50), value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Compute_ASlope_StaysStraight()
    {
        double[] field = SmoothField.Compute([0, 1, 2, 3, 0, 1, 2, 3], 4, 40);

        Assert.Equal(((15.5 / 40) * 4) - 0.5, field[15], 9);
    }
}
