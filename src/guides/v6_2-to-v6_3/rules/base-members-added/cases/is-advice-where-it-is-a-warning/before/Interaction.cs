using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Interaction : AuthorizeInteractionResponseGenerator
{
    protected virtual async Task<InteractionResponse> ProcessCreateAccountAsync(ValidatedAuthorizeRequest request) => new InteractionResponse();
}

public class Answer : InteractionResponse
{
    public bool IsCreateAccount { get; set; }
    public required string ResponseType;
}
