using Hypermax.Build.Protocol;

namespace Hypermax.Build.Tests.Protocol;

public sealed class SearchOrderTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("A;B", 1)]
    [InlineData("B<A", 2)]
    [InlineData("C<B;B<A", 3)]
    [InlineData("D<B,C;B<A;C<A", 3)]
    [InlineData("B<Other/A", 1)]
    public void Stages_OfAnOrder_AreAsManyAsItIsDeep(string text, int expected) => Assert.Equal(expected, SearchOrder.Parse(text).Stages);

    [Fact]
    public void StageOf_EachSearch_IsAfterAllThatItBuildsOn()
    {
        SearchOrder order = SearchOrder.Parse("D<B,C;C<A;B<A;E<Base/Z,d");

        Assert.Equal([0, 1, 1, 2, 3, 0], new[] { "A", "B", "C", "D", "E", "unknown" }.Select(order.StageOf));
        Assert.Equal(["A", "B", "Base/Z", "C", "d"], order.AllEarlierOf("E").Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("A<A", "A A")]
    [InlineData("A<B;B<a", "A B A")]
    [InlineData("X;C<A;A<B;B<C", "C A B C")]
    [InlineData("X<A;A<B;B<A", "A B A")]
    [InlineData("D<B,C;B<A;C<A", "")]
    public void Cycle_OfAnOrder_IsNamedFromOneOfItsSearches(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SearchOrder.Parse(text).Cycle));

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame()
    {
        SearchOrder order = new([new("Model", ["Tokenizer", "Base/Words"]), new("Tokenizer", []), new("model", ["Other"])]);

        Assert.Equal("Model<Tokenizer,Base/Words,Other;Tokenizer", order.ToString());
        Assert.Equal(order.ToString(), SearchOrder.Parse(order.ToString()).ToString());
    }
}
