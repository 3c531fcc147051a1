using Hypermax.Charts;

namespace Hypermax.Tests.Charts;

public sealed class ChartNamesTests
{
    [Theory]
    [InlineData("Booster.LearningRate", "Booster.LearningRate")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData("line\nbreak", "line_break")]
    [InlineData("con", "_con")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("höhe", "höhe")]
    public void Safe_AnyName_IsAFileName(string name, string safe) => Assert.Equal(safe, ChartNames.Safe(name));

    [Fact]
    public void Safe_LongName_IsCutAndStaysItsOwn()
    {
        string a = ChartNames.Safe(new string('x', 300));
        string b = ChartNames.Safe(new string('x', 301));

        Assert.True(a.Length < 80);
        Assert.NotEqual(a, b);
    }

    [Fact]
    public void Names_DifferingByCaseOrReplacedLetters_StayDifferent()
    {
        ChartNames names = new(
            new SearchSpace(
                "s",
                [
                    new NumericParameter("a/b", Law.Uniform, 0, 1), new NumericParameter("a\\b", Law.Uniform, 0, 1),
                    new NumericParameter("A_B", Law.Uniform, 0, 1),
                ]));

        Assert.Equal(["a_b", "a_b~2", "A_B~3"], [names[0], names[1], names[2]]);
    }
}
