using System.Collections.Specialized;
using Duende.IdentityServer.Validation;
using Moq;
using NSubstitute;

namespace Login.Tests;

public class ValidatorTests
{
    private readonly Mock<ITokenRequestValidator> mock = new();
    private readonly ITokenRequestValidator substitute = Substitute.For<ITokenRequestValidator>();

    public async Task Mocks(NameValueCollection form, ClientSecretValidationResult client)
    {
        mock.Setup(x => x.ValidateRequestAsync(It.IsAny<TokenRequestValidationContext>())).Returns(Task.FromResult<TokenRequestValidationResult>(null));
        mock.Setup(x => x.ValidateRequestAsync(form, It.IsAny<ClientSecretValidationResult>())).Returns(Task.FromResult<TokenRequestValidationResult>(null));
        mock.Verify(x => x.ValidateRequestAsync(form, client), Times.Once);
        await substitute.Received().ValidateRequestAsync(Arg.Any<TokenRequestValidationContext>());
        await substitute.Received().ValidateRequestAsync(form, client);
        await mock.Object.ValidateRequestAsync(new TokenRequestValidationContext { RequestParameters = form, ClientValidationResult = client });
    }
}
