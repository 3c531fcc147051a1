namespace Hypermax.Generators.Tests.Language.Import;

/// <summary>Spaces as Hypermax users write them, and as nobody should but somebody will.</summary>
public static class SearchJsonSources
{
    /// <summary>The published CIFAR-10 search.</summary>
    private const string Cifar = """
        { "hyperparameters": { "type": "object", "properties": {
            "activation": { "type": "string", "enum": ["relu", "elu", "selu", "rrelu"] },
            "layer1_layers": { "type": "number", "mode": "uniform", "scaling": "linear", "min": 1, "max": 3, "rounding": 1 },
            "layer1_size": { "type": "number", "min": 32, "max": 96, "rounding": 16 },
            "layer2_layers": { "type": "number", "min": 1, "max": 3, "rounding": 1 },
            "layer2_size": { "type": "number", "min": 64, "max": 192, "rounding": 32 },
            "layer3_layers": { "type": "number", "min": 1, "max": 3, "rounding": 1 },
            "layer3_size": { "type": "number", "min": 128, "max": 384, "rounding": 64 },
            "layer4_layers": { "type": "number", "min": 1, "max": 3, "rounding": 1 },
            "layer4_size": { "type": "number", "min": 256, "max": 768, "rounding": 128 },
            "learning_rate": { "type": "number", "min": 0.1, "max": 3.0 },
            "weight_decay": { "type": "number", "scaling": "logarithmic", "min": 2e-05, "max": 0.002 } } },
          "search": { "method": "atpe", "iterations": 250 } }
        """;

    public static TheoryData<string, string> All { get; } = new()
    {
        { "Cifar", Cifar },
        { "names like numbers", Object("""
            "0": { "type": "number" }, "1": { "oneOf": [ { "type": "object", "properties": { "0": { "type": "number" }, "1": { "enum": [1, 2] } } },
              { "type": "object", "properties": { "0": { "type": "boolean" } } } ] },
            "2": { "type": "object", "properties": { "2": { "type": "number" } } }, "1e3": { "type": "boolean" }, "-1": { "type": "boolean" }
            """) },
        { "C# keywords", Object("""
            "class": { "type": "number" }, "@class": { "type": "number" }, "record": { "type": "number" }, "value": { "type": "number" },
              "field": { "type": "boolean" },
            "vector": { "type": "number" }, "start": { "type": "number" }, "await": { "type": "number" }, "null": { "enum": [true, false] },
              "true": { "type": "boolean" },
            "string": { "type": "object", "properties": { "int": { "type": "number" }, "namespace": { "oneOf": [ { "type": "object", "title": "new",
              "properties": { "this": { "type": "number" } } } ] } } },
            "__arglist": { "type": "boolean" }, "global": { "type": "boolean" }, "var": { "type": "boolean" }, "dynamic": { "type": "boolean" },
              "_": { "type": "boolean" }, "__": { "type": "boolean" }
            """) },
        { "names that every type has", Object("""
            "Equals": { "type": "number" }, "GetHashCode": { "type": "number" }, "ToString": { "type": "number" }, "GetType": { "type": "number" },
              "Clone": { "type": "number" },
            "EqualityContract": { "type": "boolean" }, "PrintMembers": { "type": "boolean" }, "Deconstruct": { "type": "boolean" },
              "SearchSpace": { "type": "boolean" },
            "GeneratedBinder": { "type": "boolean" }, "CreateSearchSpace": { "type": "boolean" }, "IsValid": { "type": "boolean" },
              "IsValidThroughout": { "type": "boolean" },
            "HasValue": { "type": "boolean" }, "Length": { "type": "number" }, "get_Length": { "type": "number" }, "op_Equality": { "type": "number" },
              "Sample": { "type": "number" },
            "Hypermax": { "type": "object", "properties": { "System": { "type": "number" }, "SampleHypermax": { "type": "number" } } },
              "object": { "type": "object", "properties": { "x": { "type": "number" } } }
            """) },
        { "names with anything in them", Object("""
            "learning rate": { "type": "number" }, "learning-rate": { "type": "number" }, "learning_rate": { "type": "number" },
              "lr\"quoted\"": { "type": "number" }, "back\\slash": { "type": "number" },
            "line\nbreak": { "type": "number" }, "\u2028": { "type": "number" }, "größe": { "type": "number" }, "学習率": { "type": "number" },
              "İ": { "type": "number" }, "i": { "type": "number" }, "I": { "type": "number" },
            "e\u0301": { "type": "number" }, "é": { "type": "number" }, "😀": { "type": "number" }, "a,b": { "type": "number" },
              "{0}": { "type": "number" }, " ": { "type": "number" }, "$loop": { "type": "number" }, "\u0001": { "type": "number" },
            "sub group": { "type": "object", "properties": { "x": { "type": "number" } } }, "sub-group": { "type": "object",
              "properties": { "x": { "type": "number" } } }, "SubGroup": { "type": "object", "properties": { "x": { "type": "number" } } }
            """) },
        { "enums of mixed types", Object("""
            "mixed": { "type": "string", "enum": ["a", 7, 0.5, true, null] }, "numbers": { "enum": [1, 2.5, -3, 1e300, 5e-324] }, "whole": { "enum": [1, 2,
              9007199254740993, -9223372036854775808] }, "int": { "enum": [-2147483648, 2147483647] },
            "nullFirst": { "enum": [null, "x", "y"] }, "oneOrNull": { "enum": [null, 3] }, "flagOrNull": { "enum": [true, null] },
              "flags": { "enum": [true, false] }, "flagsOrNull": { "enum": [false, true, null] },
            "texts": { "enum": ["", " ", "null", "true", "1", "a\"b", "c\\d", "e\nf", "\u2028", "ünï", "😀"] }, "likeNumbers": { "enum": ["1", 1, "1.0",
              true, "true"] }, "wholeDoubles": { "enum": [5.0, "five", 6] }, "big": { "enum": ["a", 3000000000] }
            """) },
        { "single values", Object("""
            "a": { "constant": 3 }, "b": { "const": "x" }, "c": { "constant": true }, "d": { "enum": [0.5] }, "e": { "type": "number", "min": 2,
              "max": 2 }, "f": { "mode": "randint", "type": "number", "max": 1 },
            "g": { "type": "number", "min": 3, "max": 5, "rounding": 4 }, "h": { "oneOf": [ { "type": "object",
              "properties": { "only": { "type": "number" } } } ] }, "i": { "type": "number", "min": 0.25, "max": 0.3, "rounding": 0.25 },
                "j": { "enum": [-9223372036854775808] }
            """) },
        { "laws", Object("""
            "normal": { "type": "number", "mode": "normal" }, "cut": { "type": "number", "mode": "normal", "mean": 5, "stddev": 2, "min": 0, "max": 8 },
              "below": { "type": "number", "mode": "normal", "max": 1 },
            "rounded": { "type": "number", "mode": "normal", "mean": -3.5, "stddev": 10, "rounding": 0.25 }, "roundedCut": { "type": "number",
              "mode": "normal", "mean": 3, "stddev": 10, "min": -7, "max": 11, "rounding": 4 },
            "logNormal": { "type": "number", "mode": "normal", "scaling": "logarithmic", "mean": 100, "stddev": 10 }, "logNormalCut": { "type": "number",
              "mode": "normal", "scaling": "logarithmic", "mean": 1e-3, "stddev": 3, "min": 1e-5, "max": 1 },
            "qlogNormal": { "type": "number", "mode": "normal", "scaling": "logarithmic", "mean": 64, "stddev": 2, "rounding": 8 },
              "qlogUniform": { "type": "number", "scaling": "logarithmic", "min": 3, "max": 1000, "rounding": 8 },
            "randint": { "type": "number", "mode": "randint", "max": 10 }, "integer": { "type": "integer", "min": -5, "max": 5 },
              "integerNormal": { "type": "integer", "mode": "normal", "mean": 10, "stddev": 3 }, "integerLog": { "type": "integer",
                "scaling": "logarithmic", "min": 1, "max": 4096 },
            "ragged": { "type": "number", "min": 1, "max": 10, "rounding": 4 }, "tenths": { "type": "number", "min": 0, "max": 1, "rounding": 0.1 },
              "odd": { "type": "number", "min": 0.1, "max": 0.95, "rounding": 0.3 },
            "huge": { "type": "number", "min": -1e300, "max": 1e300 }, "tiny": { "type": "number", "scaling": "logarithmic", "min": 1e-300,
              "max": 1e-290 }, "long": { "type": "integer", "min": 0, "max": 5000000000 }
            """) },
        { "choices in choices", Object("""
            "opt": { "anyOf": [
                { "type": "object", "title": "sgd", "properties": { "lr": { "type": "number", "scaling": "logarithmic", "min": 0.001, "max": 1 },
                    "schedule": { "oneOf": [ { "type": "object", "properties": {} }, { "type": "object",
                      "properties": { "decay": { "oneOf": [ { "type": "object", "properties": { "rate": { "type": "number" } } }, { "type": "object",
                        "properties": { "rate": { "enum": [1, 2] } } } ] } } } ] } } },
                { "type": "object", "title": "adam w", "properties": { "lr": { "type": "number" }, "schedule": { "type": "boolean" } } },
                { "type": "object", "title": "v1.0", "properties": { "lr": { "type": "number" } } },
                { "enum": [1, 2, 3] } ] },
            "weighted": { "oneOf": [ { "type": "object", "properties": {} }, { "type": "object", "properties": { "x": { "type": "number" } } } ],
              "weights": [0.25, 0.75] },
            "optional": { "oneOf": [ { "type": "null" }, { "type": "object", "properties": { "x": { "type": "number" } } } ] },
            "perhaps": { "oneOf": [ { "type": "number", "min": 3 , "max": 4 }, { "constant": null } ], "weights": [3, 1] },
            "three": { "oneOf": [ { "type": "object", "properties": {} }, { "const": null }, { "type": "object", "properties": { "x": { "enum": [null,
              1] } } } ] },
            "empty": { "type": "object", "properties": { "emptier": { "type": "object", "properties": {} } } }
            """) },
        { "a choice as the whole", """
            { "oneOf": [ { "type": "object", "properties": { "x": { "type": "number" } } }, { "type": "object", "title": "Sample",
              "properties": { "y": { "oneOf": [ { "type": "object", "properties": {} }, { "type": "object",
                "properties": { "x": { "type": "number" } } } ] } } } ] }
            """ },
        { "lists", Object("""
            "layers": { "type": "array", "minItems": 1, "maxItems": 3, "items": { "type": "object", "properties": { "size": { "type": "integer", "min": 8,
              "max": 64 }, "act": { "oneOf": [ { "type": "object", "properties": {} }, { "type": "object",
                "properties": { "slope": { "type": "number" } } } ] },
                "inner": { "type": "array", "maxItems": 2, "items": { "type": "boolean" } } } } },
            "rates": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number", "description": "of each" } },
            "kinds": { "type": "array", "minItems": 0, "maxItems": 2, "items": { "oneOf": [ { "type": "object",
              "properties": { "a": { "type": "number" } } }, { "type": "object", "properties": { "b": { "type": "number" } } } ] } },
            "maybe": { "oneOf": [ { "type": "null" }, { "type": "array", "minItems": 1, "maxItems": 2, "items": { "enum": ["x", 1, false] } } ] }
            """) },
        { "facts", Object("""
            "lr": { "type": "number", "min": 0, "max": 1, "default": 0.25, "unit": "1/s", "description": "How \"fast\"\nit learns." },
              "kind": { "enum": ["a", "b"], "default": "b", "weights": [1, 3], "ordered": true },
            "mixed": { "enum": [1, "x"], "default": "x", "description": "ü" }, "optional": { "enum": [1, 2, null], "default": 2 },
              "flag": { "type": "boolean", "default": true }, "fixed": { "constant": 1, "description": "d" }
            """) },
        { "names that meet on the way to C#", Object("""
            "0": { "oneOf": [ { "type": "object", "properties": { "0": { "oneOf": [ { "type": "object", "properties": { "0": { "type": "number",
              "mode": "normal", "scaling": "logarithmic", "mean": 10, "stddev": 2, "rounding": 3 } } },
                { "type": "object", "properties": {} } ] } } }, { "type": "object", "properties": { "$index": { "type": "number" } } } ] },
            "λ": { "type": "number", "scaling": "logarithmic", "min": 1e-8, "max": 1 }, "Λ": { "type": "number" }, "\ud83d\ude00\u200d": { "enum": ["a",
              "A", "\u00e5", "a\u030a"] },
            "Path": { "type": "object", "properties": { "Path": { "type": "object", "properties": { "Path": { "type": "boolean" } } } } },
            "Sample": { "type": "object", "properties": { "Sample": { "oneOf": [ { "type": "object", "title": "Sample",
              "properties": { "Sample": { "type": "number" } } }, { "type": "object", "title": "SampleSample", "properties": {} } ] } } },
            "ab": { "anyOf": [ { "type": "object", "title": "a b", "properties": { "x": { "anyOf": [ { "type": "object", "title": "a b",
              "properties": { "x": { "type": "integer", "min": 1, "max": 8 } } }, { "type": "object", "title": "a-b",
                "properties": { "y": { "constant": 0 } } } ] } } }, { "enum": [1.5, "x"] } ] },
            "lr": { "type": "number", "name": "learning", "min": 0, "max": 1, "rounding": 0.3 }, "m": { "type": "integer", "min": 1, "max": 1000000,
              "scaling": "logarithmic", "rounding": 7 }
            """) },
        { "deep nesting", Deep(12) },
    };

    private static string Object(string properties) => $$"""{ "type": "object", "properties": { {{properties}} } }""";

    private static string Deep(int depth) => depth == 0
        ? """{ "type": "object", "properties": { "x": { "type": "number" } } }"""
        : depth % 3 == 0
            ? $$"""{ "type": "object", "properties": { "deeper": { "oneOf": [ {{Deep(depth - 1)}}, { "type": "object", "properties": { "end": { "type":"""
                + $$""" "boolean" } } } ] } } }"""
            : $$"""{ "type": "object", "properties": { "x": { "type": "boolean" }, "deeper": {{Deep(depth - 1)}} } }""";
}
